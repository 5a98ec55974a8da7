namespace Phase1.Tests.Infrastructure;

/// <summary>Skips the test that runs into it, by xunit's own convention.</summary>
public sealed class SkipException(string reason) : Exception($"$XunitDynamicSkip${reason}");
