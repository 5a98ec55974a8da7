using System.Net;
using Phase1.Events;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>The teacher's classes and students, of Class Management.</summary>
sealed class ClassesClient(HttpClient http)
{
    /// <summary>All of them, by name.</summary>
    internal async Task<IReadOnlyList<ClassDocument>> ListAsync(CancellationToken cancellationToken)
    {
        var (classes, cursor) = (new List<ClassDocument>(), "");
        do
        {
            var page = await http.AskAsync<ListDocument<ClassDocument>>($"v1/classes?limit=200{cursor}", cancellationToken);
            classes.AddRange(page.Items);
            cursor = page.NextCursor is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : "";
        } while (cursor.Length > 0);
        return [.. classes.OrderBy(@class => @class.Name, SwedishOrder.Comparer)];
    }

    internal Task<ClassDocument> FindAsync(Guid classId, CancellationToken cancellationToken) =>
        http.AskAsync<ClassDocument>($"v1/classes/{classId}", cancellationToken);

    /// <summary>Null when it has been deleted since.</summary>
    internal async Task<ClassDocument?> FindOrNullAsync(Guid classId, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri($"v1/classes/{classId}", UriKind.Relative), cancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.ReadAsync<ClassDocument>(cancellationToken);
    }

    /// <summary>By surname, then first name; nobody when the class has been deleted since, as a released batch's may have been.</summary>
    internal async Task<IReadOnlyList<StudentDocument>> MembersAsync(Guid classId, CancellationToken cancellationToken)
    {
        try
        {
            return await RosterAsync(classId, cancellationToken);
        }
        catch (ProblemException missing) when (missing.Problem.Status == StatusCodes.Status404NotFound)
        {
            return [];
        }
    }

    /// <summary>By surname, then first name.</summary>
    internal async Task<IReadOnlyList<StudentDocument>> RosterAsync(Guid classId, CancellationToken cancellationToken)
    {
        var roster = await http.AskAsync<RosterDocument>($"v1/classes/{classId}/roster", cancellationToken);
        return
        [
            .. roster
                .Students.OrderBy(student => student.LastName, SwedishOrder.Comparer)
                .ThenBy(student => student.FirstName, SwedishOrder.Comparer),
        ];
    }

    internal async Task<Guid> CreateAsync(string key, string name, CourseCode course, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync("v1/classes", key, new NewClass(name, [WireEnum.Name(course)]), cancellationToken);
        return (await answer.ReadAsync<CreatedClass>(cancellationToken)).Id;
    }

    internal async Task<StudentsAddedDocument> AddStudentsAsync(
        Guid classId,
        string key,
        IReadOnlyList<string> lines,
        CancellationToken cancellationToken
    )
    {
        using var answer = await PostAsync($"v1/classes/{classId}/students/bulk", key, new NewStudents(lines), cancellationToken);
        return await answer.ReadAsync<StudentsAddedDocument>(cancellationToken);
    }

    /// <summary>Takes a student out of one class; the student stays in others.</summary>
    internal async Task RemoveStudentAsync(Guid classId, Guid studentId, CancellationToken cancellationToken)
    {
        using var answer = await http.PutAsJsonAsync(
            new Uri($"v1/classes/students/{studentId}", UriKind.Relative),
            new LeftClass([classId]),
            Phase1Json.Options,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    internal async Task RenameAsync(Guid classId, string name, CancellationToken cancellationToken)
    {
        using var answer = await http.PutAsJsonAsync(
            new Uri($"v1/classes/{classId}", UriKind.Relative),
            new NewName(name),
            Phase1Json.Options,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    internal async Task DeleteAsync(Guid classId, CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync(new Uri($"v1/classes/{classId}", UriKind.Relative), cancellationToken);
        await answer.CheckAsync(cancellationToken);
    }

    async Task<HttpResponseMessage> PostAsync(string address, string key, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative))
        {
            Content = JsonContent.Create(body, body.GetType(), options: Phase1Json.Options),
        };
        request.Headers.Add(HeaderNames.IdempotencyKey, key);
        return await http.SendAsync(request, cancellationToken);
    }

    sealed record NewClass(string Name, IReadOnlyList<string> CourseCodes);

    sealed record CreatedClass(Guid Id);

    sealed record NewName(string Name);

    sealed record NewStudents(IReadOnlyList<string> Lines);

    sealed record LeftClass(IReadOnlyList<Guid> RemoveClassIds);
}
