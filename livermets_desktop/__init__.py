"""LiverMets Desktop: an offline reference on liver metastases."""

__version__ = "0.1.0"
