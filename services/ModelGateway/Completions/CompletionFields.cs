using System.Text.Json;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary>What a call must keep to before anything is done for it.</summary>
static class CompletionFields
{
    const int MostMessages = 64;
    const int MostCharacters = 400_000;
    const int ShortestDeadline = 100;
    const int LongestDeadline = 300_000;
    const int MostPairs = 10;
    const int LongestPart = 100;
    const string JsonSchema = "json_schema";

    /// <exception cref="ProblemException">400 or 422, with every fault.</exception>
    internal static void Check(CompletionBody body)
    {
        Dictionary<string, string[]> errors = [];
        foreach (var (path, message) in Faults(body))
        {
            errors.TryAdd(path, [message]);
        }
        if (errors.Count > 0)
        {
            throw ProblemException.Validation(errors);
        }
        if (body.Messages.Count > MostMessages)
        {
            throw new ProblemException(Problems.LimitExceeded, $"A call has at most {MostMessages} messages.");
        }
        if (body.Messages.Sum(message => (long)message.Content.Length) > MostCharacters)
        {
            throw new ProblemException(Problems.LimitExceeded, $"The messages of a call have at most {MostCharacters} characters.");
        }
        if (body.MaxOutputTokens < 1)
        {
            throw new ProblemException(Problems.LimitExceeded, "An answer has at least one token.");
        }
    }

    static IEnumerable<(string Path, string Message)> Faults(CompletionBody body)
    {
        if (body.RequestId == Guid.Empty)
        {
            yield return ("request_id", "An id of the call is needed.");
        }
        if (body.Messages.All(message => string.IsNullOrWhiteSpace(message.Content)))
        {
            yield return ("messages", "At least one message says something.");
        }
        if (body.DeadlineMs is < ShortestDeadline or > LongestDeadline)
        {
            yield return ("deadline_ms", $"A deadline is from {ShortestDeadline} to {LongestDeadline} ms.");
        }
        if (body.ResponseFormat is { } format && format.Type != JsonSchema)
        {
            yield return ("response_format.type", $"The type is {JsonSchema}.");
        }
        if (body.ResponseFormat is { Schema.ValueKind: not JsonValueKind.Object })
        {
            yield return ("response_format.schema", "A schema is an object.");
        }
        if (body.Context?.Custom is { } custom && !IsSmall(custom))
        {
            yield return ("context.custom", $"At most {MostPairs} pairs of at most {LongestPart} characters each.");
        }
    }

    static bool IsSmall(IReadOnlyDictionary<string, string> custom) =>
        custom.Count <= MostPairs && custom.All(pair => pair.Key.Length <= LongestPart && pair.Value.Length <= LongestPart);
}
