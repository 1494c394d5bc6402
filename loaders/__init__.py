"""What reads task documents: formats, genres, and the grammar they share."""
