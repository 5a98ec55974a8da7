namespace Phase1.Nlp.Matching;

/// <summary>One essay to match; a text of null could not be fetched.</summary>
sealed record EssayText(string EssayId, string? FileName, string? Text);
