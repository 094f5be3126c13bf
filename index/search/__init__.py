"""Finding articles: from a query to `SearchHit`."""
