using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>What the framework found wrong with a request, in our codes and with the path of the field.</summary>
static partial class BadRequestProblems
{
    internal static ProblemException Of(BadHttpRequestException bad) =>
        bad.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => new(Problems.PayloadTooLarge, "The body is larger than this route takes."),
            StatusCodes.Status415UnsupportedMediaType => new(Problems.UnsupportedMediaType, "This route takes another content type."),
            _ when bad.InnerException is JsonException json => JsonRequestProblems.Of(json),
            _ => OfParameter(bad.Message),
        };

    /// <summary>The framework names the parameter in its message only.</summary>
    static ProblemException OfParameter(string message)
    {
        if (ParameterName().Match(message) is not { Success: true, Groups: var groups })
        {
            return new(Problems.InvalidRequest, "The request could not be read.");
        }
        var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(groups["name"].Value);
        return message.StartsWith("Failed to bind", StringComparison.Ordinal)
            ? ProblemException.Validation(name, "The value has the wrong form.")
            : ProblemException.Missing(name);
    }

    [GeneratedRegex("""parameter "(?:[^" ]+ )*(?<name>\w+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ParameterName();
}
