using System.Text.Json;
using System.Text.RegularExpressions;

namespace Phase1.ServiceDefaults;

/// <summary>What is wrong with a JSON body: broken text, a missing, an unknown or an ill-formed field.</summary>
static partial class JsonRequestProblems
{
    internal static ProblemException Of(JsonException json)
    {
        // The reader itself failed: the text is not JSON, or nested too deeply.
        if (json.InnerException is JsonException)
        {
            return new(Problems.ParsingError, $"The body is not valid JSON (line {(json.LineNumber ?? 0) + 1}).");
        }
        var path = FieldPath(json.Path);
        if (json.Message.Contains("missing required properties", StringComparison.Ordinal))
        {
            var missing = Quoted().Matches(json.Message[json.Message.IndexOf("including", StringComparison.Ordinal)..]);
            return new(
                Problems.MissingRequiredField,
                "A required field is missing.",
                missing.ToDictionary(m => Join(path, m.Groups["name"].Value), string[] (_) => ["This field is required."])
            );
        }
        return json.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? ProblemException.Validation(path, "This field is not known.")
            : ProblemException.Validation(path, "The value has the wrong form.");
    }

    static string FieldPath(string? jsonPath) =>
        jsonPath is null or "$" ? ""
        : jsonPath.StartsWith("$.", StringComparison.Ordinal) ? jsonPath[2..]
        : jsonPath.TrimStart('$');

    static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
