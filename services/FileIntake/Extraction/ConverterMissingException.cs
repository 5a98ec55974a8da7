namespace Phase1.FileIntake.Extraction;

/// <summary>The PDF converter cannot be started: the machine's fault, not the file's.</summary>
sealed class ConverterMissingException(Exception? cause = null) : Exception("pdftotext cannot be started.", cause);
