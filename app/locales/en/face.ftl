# What is said on every page.
face-skip = Skip to the main content
