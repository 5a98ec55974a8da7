namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>Tests that bring brokers and processes down wait more than they work: one after the other, beside all the rest.</summary>
[CollectionDefinition(nameof(OneOutageAtATime))]
public sealed class OneOutageAtATime;
