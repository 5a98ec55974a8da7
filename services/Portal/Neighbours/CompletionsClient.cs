namespace Phase1.Portal.Neighbours;

/// <summary>Questions to models, of the Model Gateway, which programs send through the Portal.</summary>
sealed class CompletionsClient
{
    /// <summary>A model may write for minutes.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
}
