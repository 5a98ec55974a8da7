namespace Phase1.Portal.Frame;

/// <summary>A form that nobody could take in.</summary>
/// <param name="Path">Where it was sent to.</param>
/// <param name="Message">Why it was not taken.</param>
/// <param name="Fields">All that was typed or ticked.</param>
public sealed record UnsentView(string Path, string Message, IReadOnlyList<(string Name, string Value)> Fields);
