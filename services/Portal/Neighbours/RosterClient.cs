using System.Net.Http.Headers;
using System.Text;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>Class lists as they come in, and single students, of Class Management.</summary>
sealed class RosterClient(HttpClient http)
{
    /// <summary>What a list would do, a table with a header or a name a line; nothing is stored.</summary>
    /// <exception cref="ProblemException">Its errors name <c>header</c> where a table's columns are not known.</exception>
    internal Task<RosterPreviewDocument> PreviewAsync(Guid classId, RosterList list, CancellationToken cancellationToken) =>
        SendAsync(classId, list, "?dry_run=true", null, null, cancellationToken);

    /// <summary>Adds the students of a list whose preview was made of this version of the roster.</summary>
    internal Task<RosterPreviewDocument> AddAsync(
        Guid classId,
        RosterList list,
        string key,
        long rosterVersion,
        CancellationToken cancellationToken
    ) => SendAsync(classId, list, "", key, rosterVersion, cancellationToken);

    internal async Task CreateAsync(Guid classId, string key, StudentFields student, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("v1/classes/students", UriKind.Relative))
        {
            Content = JsonContent.Create(new NewStudent(NameOf(student), student.Email, [classId]), options: Phase1Json.Options),
        };
        request.Headers.Add(HeaderNames.IdempotencyKey, key);
        using var answer = await http.SendAsync(request, cancellationToken);
        await answer.CheckAsync(cancellationToken);
    }

    internal async Task UpdateAsync(Guid studentId, StudentFields student, CancellationToken cancellationToken)
    {
        using var answer = await http.PutAsJsonAsync(
            new Uri($"v1/classes/students/{studentId}", UriKind.Relative),
            // An empty address removes the one that there is.
            new ChangedStudent(NameOf(student), student.Email ?? ""),
            Phase1Json.Options,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    async Task<RosterPreviewDocument> SendAsync(
        Guid classId,
        RosterList list,
        string query,
        string? key,
        long? rosterVersion,
        CancellationToken cancellationToken
    )
    {
        var route = list.IsTable ? "import" : "bulk";
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri($"v1/classes/{classId}/students/{route}{query}", UriKind.Relative)
        )
        {
            Content = list.IsTable ? Table(list) : JsonContent.Create(new Lines(list.Lines), options: Phase1Json.Options),
        };
        if (key is not null)
        {
            request.Headers.Add(HeaderNames.IdempotencyKey, key);
        }
        if (rosterVersion is { } version)
        {
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{version}\""));
        }
        using var answer = await http.SendAsync(request, cancellationToken);
        return await answer.ReadAsync<RosterPreviewDocument>(cancellationToken);
    }

    static ByteArrayContent Table(RosterList list) =>
        new(list.Bytes ?? Encoding.UTF8.GetBytes(list.Text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };

    static PersonName NameOf(StudentFields student) => new(student.FirstName, student.LastName, student.LegalName);

    sealed record Lines([property: System.Text.Json.Serialization.JsonPropertyName("lines")] IReadOnlyList<string> All);

    sealed record PersonName(string FirstName, string LastName, string? LegalFullName);

    sealed record NewStudent(PersonName PersonName, string? Email, IReadOnlyList<Guid> ClassIds);

    sealed record ChangedStudent(PersonName PersonName, string Email);
}

/// <summary>A class list.</summary>
/// <param name="Text">As it was pasted, or read from a file.</param>
/// <param name="IsTable">Whether it has columns with a header; else a name a line.</param>
/// <param name="Bytes">The file, where there is one: whoever reads it knows its encoding.</param>
sealed record RosterList(string Text, bool IsTable, byte[]? Bytes = null)
{
    /// <summary>Without those that are blank.</summary>
    internal IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A student as a form has it.</summary>
sealed record StudentFields(string FirstName, string LastName, string? LegalName, string? Email);

/// <summary>What became of a list, or would.</summary>
public sealed record RosterPreviewDocument(
    int Created,
    int Existing,
    long RosterVersion,
    int Enrolled = 0,
    IReadOnlyList<RosterLineDocument>? Lines = null,
    IReadOnlyList<string>? IgnoredColumns = null
);

/// <summary>What a line would do.</summary>
public sealed record RosterLineDocument(int Line, string? Name, string? Email, string Outcome, string? Column, string? Reason)
{
    internal bool IsBad => Outcome == "rejected";
}
