namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>Tests that bring brokers and processes down run one after the other, beside nothing: what they wait for must not be a busy machine.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
