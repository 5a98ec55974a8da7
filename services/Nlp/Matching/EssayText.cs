namespace Phase1.Nlp.Matching;

/// <summary>One essay to match; a text of null could not be fetched. The name, if any, is what a language model has read in its header.</summary>
sealed record EssayText(string EssayId, string? FileName, string? Text, string? ModelName = null);
