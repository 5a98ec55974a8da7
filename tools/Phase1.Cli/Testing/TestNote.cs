namespace Phase1.Cli.Testing;

/// <summary>A test that did not pass.</summary>
/// <param name="Test">Its name.</param>
/// <param name="Words">Why it failed or was skipped.</param>
sealed record TestNote(string Test, string Words);
