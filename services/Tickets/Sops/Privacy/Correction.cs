using System.Text.Json.Nodes;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>What somebody wants to be corrected about a student: below <c>details</c> in the metadata, as long as the request is open.</summary>
/// <param name="StudentId">Whose record.</param>
/// <param name="Fields">The new values by the names of their fields; an empty one takes away what need not be there.</param>
sealed record Correction(Guid StudentId, IReadOnlyDictionary<string, string> Fields)
{
    const string Kind = "kind";
    const string StudentRecord = "student_record";
    const string Student = "student_id";
    const int Longest = 512;

    /// <summary>Reads it out of what a request says, or a ticket keeps.</summary>
    /// <exception cref="ProblemException">400, with the path of what is wrong.</exception>
    internal static Correction Of(JsonObject? details)
    {
        var given = details?[RequestDetails.Correction] ?? throw ProblemException.Missing(PathOf());
        if (given is not JsonObject document)
        {
            throw ProblemException.Validation(PathOf(), "What is to be corrected is an object.");
        }
        if (
            document.FirstOrDefault(pair => pair.Key is not (Kind or Student) && !RequestDetails.CorrectedFields.Contains(pair.Key)) is
            { Key: { } unknown }
        )
        {
            throw ProblemException.Validation(PathOf(unknown), "There is no such field.");
        }
        if (TextOf(document, Kind) != StudentRecord)
        {
            throw ProblemException.Validation(
                PathOf(Kind),
                $"What can be corrected here is a {StudentRecord}; an author is corrected by the teacher."
            );
        }
        if (!Guid.TryParse(TextOf(document, Student), out var student))
        {
            throw ProblemException.Validation(PathOf(Student), "The id of a student.");
        }
        var fields = RequestDetails
            .CorrectedFields.Where(document.ContainsKey)
            .ToDictionary(name => name, name => TextOf(document, name) ?? throw NoText(name));
        return fields.Count > 0 ? new(student, fields) : throw ProblemException.Missing(PathOf(RequestDetails.CorrectedFields[0]));
    }

    static string? TextOf(JsonObject document, string name) =>
        document[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length <= Longest ? text : null;

    static ProblemException NoText(string name) =>
        ProblemException.Validation(PathOf(name), $"A text of at most {Longest} characters; an empty one where it is to go.");

    static string PathOf(string? name = null) =>
        name is null ? $"{RequestDetails.Key}.{RequestDetails.Correction}" : $"{RequestDetails.Key}.{RequestDetails.Correction}.{name}";
}
