using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Text;

namespace Phase1.ClassManagement.NameAccesses;

/// <summary>Why an operator wants to see names, as the header <c>X-Access-Reason</c> says it: UTF-8, percent-encoded.</summary>
static class AccessReason
{
    internal const string Header = "X-Access-Reason";

    internal const int Shortest = 15;

    internal const int Longest = 500;

    /// <summary>The reason of a request.</summary>
    /// <exception cref="ProblemException">400 when it is missing, too short or too long.</exception>
    internal static string Of(HttpRequest request)
    {
        var text = Uri.UnescapeDataString(request.Headers[Header].ToString()).Trim();
        return StorableText.Is(text) && UnicodeForms.ToComposed(text) is { Length: >= Shortest and <= Longest } reason
            ? reason
            : throw ProblemException.Validation(Header, $"A reason of {Shortest} to {Longest} characters is required.");
    }
}
