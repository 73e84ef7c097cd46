// Crosswalk
