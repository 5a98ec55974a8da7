namespace Phase1.FileIntake.Processing;

/// <summary>The bytes that were stored with an upload are not there.</summary>
sealed class RawFileMissingException() : Exception("The raw file of an upload is missing.");
