using System.Text.Json;
using Phase1.Events;
using Phase1.ModelGateway.Routing;

namespace Phase1.ModelGateway.Completions;

/// <summary>Who says something.</summary>
enum MessageRole
{
    System,
    User,
    Assistant,
}

/// <summary>One message.</summary>
/// <param name="Role">system, user or assistant.</param>
/// <param name="Content">The text.</param>
sealed record CompletionMessage(MessageRole Role, string Content);

/// <summary>What an answer must keep to.</summary>
/// <param name="Type">json_schema.</param>
/// <param name="Schema">A JSON schema of an object.</param>
sealed record CompletionFormat(string Type, JsonElement Schema);

/// <summary>What a call is about. It is carried through all attempts, and only ids of it are kept.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="EssayId">The essay.</param>
/// <param name="CourseCode">The course; its budgets count.</param>
/// <param name="Custom">The caller's own; comes back with the reply, and is kept nowhere.</param>
sealed record CompletionContext(
    Guid? BatchId = null,
    Guid? EssayId = null,
    CourseCode? CourseCode = null,
    IReadOnlyDictionary<string, string>? Custom = null
);

/// <summary>A call.</summary>
/// <param name="RequestId">Made by the caller: the same call twice is one charge.</param>
/// <param name="TaskType">What is asked for; an unknown word counts as general.</param>
/// <param name="Messages">In order.</param>
/// <param name="Complexity">How hard it is, from facts that the caller knows.</param>
/// <param name="Model">A model of the list in place of the route's.</param>
/// <param name="MaxOutputTokens">The most tokens that the answer may have; the model's own when not given.</param>
/// <param name="DeadlineMs">How long the call may take; the route's own when not given.</param>
/// <param name="ResponseFormat">What the answer must keep to; a text when not given.</param>
/// <param name="Context">What it is about.</param>
sealed record CompletionBody(
    Guid RequestId,
    string TaskType,
    IReadOnlyList<CompletionMessage> Messages,
    Complexity Complexity = Complexity.Standard,
    string? Model = null,
    long? MaxOutputTokens = null,
    int? DeadlineMs = null,
    CompletionFormat? ResponseFormat = null,
    CompletionContext? Context = null
);
