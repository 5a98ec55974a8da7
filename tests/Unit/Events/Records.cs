using System.Text;
using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

/// <summary>Records to be broken: a good one as a tree, and what reading it after a change refuses.</summary>
static class Records
{
    public static JsonNode Tree(IFact fact) => JsonNode.Parse(EnvelopeSerializer.Write(fact, Examples.Stamp))!;

    public static IFact Read(JsonNode tree) => Envelope(tree).Data;

    public static ParsedEnvelope Envelope(JsonNode tree) =>
        EnvelopeSerializer.Read(Encoding.UTF8.GetBytes(tree.ToJsonString()), tree["event_type"]!.GetValue<string>());

    public static ContractViolationException Refused(JsonNode tree) => Should.Throw<ContractViolationException>(() => Envelope(tree));

    public static ContractViolationException Refused(byte[] body) =>
        Should.Throw<ContractViolationException>(() => EnvelopeSerializer.Read(body, Topics.BatchEssaysRegistered));
}
