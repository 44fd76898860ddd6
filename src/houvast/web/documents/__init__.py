"""Documents of a case: the list, one with its versions, uploading and downloading."""
