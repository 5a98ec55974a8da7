using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>Hands files on to File Intake, which reads and judges them; here they only pass.</summary>
sealed class UploadsClient(HttpClient http)
{
    /// <summary>A school's line may be slow, and a file is passed on while it comes.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <param name="batchId">The batch.</param>
    /// <param name="files">The names and contents.</param>
    /// <param name="key">The same for the same files: what is sent again is taken once.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <returns>The files that were refused.</returns>
    internal async Task<IReadOnlyList<RefusedFileDocument>> SendAsync(
        Guid batchId,
        IReadOnlyList<(string Name, Stream Content)> files,
        string key,
        CancellationToken cancellationToken
    )
    {
        using var form = new MultipartFormDataContent { { new StringContent(batchId.ToString()), "batch_id" } };
        form.HeaderEncodingSelector = static (_, _) => Encoding.UTF8;
        foreach (var (name, content) in files)
        {
            form.Add(Part(name, content));
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("v1/files/batch", UriKind.Relative)) { Content = form };
        request.Headers.Add(HeaderNames.IdempotencyKey, key);
        using var answer = await http.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            return await AllRefusedAsync(answer, [.. files.Select(file => file.Name)], cancellationToken);
        }
        return (await answer.ReadAsync<ReceiptDocument>(cancellationToken)).Refused;
    }

    /// <summary>Passes one file on while it comes; nothing of it is kept here.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="fileId">The sender's own id: what is sent again under it is taken once.</param>
    /// <param name="session">The sender's own id of all files that are told of together.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="from">The request whose body is the file.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <returns>Whether it is new, and the code by which it was refused.</returns>
    internal async Task<(bool IsNew, string? Refusal)> PutAsync(
        Guid batchId,
        Guid fileId,
        Guid? session,
        string name,
        HttpRequest from,
        CancellationToken cancellationToken
    )
    {
        var address = $"v1/files/batch/{batchId}/files/{fileId}{(session is null ? "" : $"?session={session}")}";
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(address, UriKind.Relative))
        {
            Content = new StreamContent(from.Body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream"), ContentLength = from.ContentLength },
            },
        };
        request.Headers.Add(HeaderNames.FileName, Uri.EscapeDataString(name));
        using var answer = await http.SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            var problem = await answer.Content.ReadFromJsonAsync<AllRefused>(Phase1Json.Options, cancellationToken);
            return (false, problem?.Errors?.GetValueOrDefault("file") is [var code, ..] ? code : problem!.Code);
        }
        await answer.CheckAsync(cancellationToken);
        return (answer.StatusCode == HttpStatusCode.Accepted, null);
    }

    /// <summary>Says that the files of a session have been sent.</summary>
    internal async Task<UploadedDocument> CloseAsync(Guid batchId, Guid session, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri($"v1/files/batch/{batchId}/uploaded", UriKind.Relative),
            new SentFiles(session),
            Phase1Json.Options,
            cancellationToken
        );
        return await answer.ReadAsync<UploadedDocument>(cancellationToken);
    }

    // Where no file is taken the answer is a problem, with a code for each by its place.
    static async Task<IReadOnlyList<RefusedFileDocument>> AllRefusedAsync(
        HttpResponseMessage answer,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken
    )
    {
        var problem = await answer.Content.ReadFromJsonAsync<AllRefused>(Phase1Json.Options, cancellationToken);
        return problem!.Errors is { } errors
            ?
            [
                .. names
                    .Select((name, index) => (name, codes: errors.GetValueOrDefault($"files[{index}]")))
                    .Where(file => file.codes is { Count: > 0 })
                    .Select(file => new RefusedFileDocument(file.name, file.codes![0])),
            ]
            : throw new ProblemException(Problems.OfStatus((int)answer.StatusCode) with { Code = problem.Code }, "The upload was refused.");
    }

    sealed record SentFiles(Guid Session);

    sealed record AllRefused(string Code, IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null);

    static StreamContent Part(string name, Stream content)
    {
        var part = new StreamContent(content);
        // Browsers' way to write a name: no backslashes, quotes as %22.
        var quoted = name.Replace("\"", "%22", StringComparison.Ordinal).ReplaceLineEndings(" ");
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{quoted}\"");
        return part;
    }
}
