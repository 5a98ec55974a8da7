using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Phase1.FileIntake.Extraction;
using Phase1.ServiceDefaults;
using Phase1.Text;

namespace Phase1.FileIntake.Uploads;

/// <summary>An upload request, read part by part: which batch, which files. Every limit is a total over the request.</summary>
sealed class UploadForm(UploadSpool spool, IntakeOptions limits, Func<Guid, Task> admit) : IAsyncDisposable
{
    const int MaxFiles = 100;
    const int MaxFields = 8;
    const int MaxFieldBytes = 1024;
    const int MaxFieldName = 100;
    const int MaxAssignmentId = 100;
    const int MaxPartHeaders = 16;
    const int MaxPartHeaderBytes = 8 * 1024;
    const int MaxBoundary = 200;
    const string BatchIdField = "batch_id";
    const string AssignmentIdField = "assignment_id";
    const string AllowDuplicatesField = "allow_duplicates";
    const string FilesField = "files";

    // What may come before the batch is known, and with it whether the sender may add to it.
    const int MaxUnadmittedBytes = 1024 * 1024;

    // Part headers, fields and boundaries, and one file that is far too large, so that it can be refused by name.
    const long Slack = 64 * 1024 * 1024;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    readonly List<SpooledFile> _files = [];
    readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    int _fields;
    long _received;
    bool _isAdmitted;

    public Guid BatchId { get; private set; }

    public bool AllowDuplicates { get; private set; }

    public IReadOnlyList<SpooledFile> Files => _files;

    public static long LongestBody(IntakeOptions limits) => ((long)MaxFiles * limits.MaxFileBytes) + Slack;

    /// <summary>Reads a request. The sender is admitted to the batch as soon as it is known, before more than a little is read.</summary>
    /// <exception cref="ProblemException">The request is no such form, or larger than allowed.</exception>
    public async Task ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // The reader decodes headers as UTF-8 and would lose bytes that are none. Read as Latin-1, each byte becomes the character of the same number.
        await using var characters = Encoding.CreateTranscodingStream(request.Body, Encoding.Latin1, Utf8, leaveOpen: true);
        var parts = new MultipartReader(Boundary(request), characters)
        {
            HeadersCountLimit = MaxPartHeaders,
            HeadersLengthLimit = MaxPartHeaderBytes,
        };
        try
        {
            while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                await ReadAsync(part, cancellationToken);
            }
        }
        // Their messages quote the form, so they are not passed on.
        catch (Exception malformed) when (malformed is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new ProblemException(Problems.ParsingError, "The form could not be read.");
        }

        await AdmitAsync();
        if (_files.Count == 0)
        {
            throw ProblemException.Missing(FilesField);
        }

        Digest = _digest.GetHashAndReset();
    }

    /// <summary>What makes two requests the same, however a client writes its form: its fields and files, in their order.</summary>
    public byte[] Digest { get; private set; } = [];

    /// <summary>Where the files are, as long as the form is there.</summary>
    public UploadSpool Spool => spool;

    public ValueTask DisposeAsync()
    {
        _digest.Dispose();
        return spool.DisposeAsync();
    }

    static string Boundary(HttpRequest request)
    {
        var isForm =
            MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);
        if (!isForm)
        {
            throw new ProblemException(Problems.UnsupportedMediaType, "This route takes multipart/form-data.");
        }

        var boundary = HeaderUtilities.RemoveQuotes(type!.Boundary);
        return boundary.Length is > 0 and <= MaxBoundary
            ? boundary.ToString()
            : throw new ProblemException(Problems.ParsingError, "The form has no boundary, or one that is too long.");
    }

    async Task ReadAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        var disposition =
            PartDisposition.Parse(part.ContentDisposition is { } header ? HeaderText.Decode(header) : null)
            ?? throw new ProblemException(Problems.ParsingError, "A part of the form does not say which field it is.");
        await using var content = Encoding.CreateTranscodingStream(part.Body, Utf8, Encoding.Latin1, leaveOpen: true);
        if (disposition.FileName is { } fileName)
        {
            await AddFileAsync(disposition.Name, fileName, content, cancellationToken);
        }
        else
        {
            await SetFieldAsync(disposition.Name, content, cancellationToken);
        }
    }

    async Task AddFileAsync(string field, string fileName, Stream content, CancellationToken cancellationToken)
    {
        if (field != FilesField)
        {
            throw Unknown(field);
        }

        if (_files.Count == MaxFiles)
        {
            throw new ProblemException(Problems.LimitExceeded, $"One request takes at most {MaxFiles} files.");
        }

        if (BatchId != Guid.Empty)
        {
            await AdmitAsync();
        }

        var most = _isAdmitted ? long.MaxValue : MaxUnadmittedBytes - _received;
        var file = await spool.AddAsync(fileName, content, limits.MaxFileBytes, most, cancellationToken);
        _received += file.Length;
        _files.Add(file);
        Note(field, fileName, file.Sha256);
    }

    async Task SetFieldAsync(string field, Stream content, CancellationToken cancellationToken)
    {
        if (++_fields > MaxFields)
        {
            throw new ProblemException(Problems.LimitExceeded, $"One request takes at most {MaxFields} fields.");
        }

        var (bytes, exceeded) = await CappedStream.ReadAsync(content, MaxFieldBytes, cancellationToken);
        var value = exceeded ? throw TooLong(field, MaxFieldBytes) : Encoding.UTF8.GetString(bytes.Span);
        Note(field, value);
        switch (field)
        {
            case BatchIdField when string.IsNullOrWhiteSpace(value):
                throw ProblemException.Missing(BatchIdField);
            case BatchIdField:
                SetBatch(value.Trim());
                break;
            case AssignmentIdField when value.Length > MaxAssignmentId:
                throw TooLong(field, MaxAssignmentId);
            case AssignmentIdField:
                break;
            case AllowDuplicatesField:
                AllowDuplicates =
                    value.Length > 0
                    && (
                        bool.TryParse(value, out var allow)
                            ? allow
                            : throw ProblemException.Validation(AllowDuplicatesField, "Write true or false.")
                    );
                break;
            default:
                throw Unknown(field);
        }
    }

    void Note(params ReadOnlySpan<string> part)
    {
        foreach (var text in part)
        {
            _digest.AppendData(Encoding.UTF8.GetBytes($"{text.Length} {text}\n"));
        }
    }

    void SetBatch(string value)
    {
        if (!Guid.TryParseExact(value, "D", out var id) || id == Guid.Empty)
        {
            throw ProblemException.Validation(BatchIdField, "This is no UUID.");
        }

        // Admission was checked for one batch alone.
        BatchId =
            BatchId == Guid.Empty || BatchId == id ? id : throw ProblemException.Validation(BatchIdField, "One request is for one batch.");
    }

    async Task AdmitAsync()
    {
        if (BatchId == Guid.Empty)
        {
            throw ProblemException.Missing(BatchIdField);
        }

        if (!_isAdmitted)
        {
            await admit(BatchId);
            _isAdmitted = true;
        }
    }

    static ProblemException Unknown(string field) =>
        ProblemException.Validation(field.Length <= MaxFieldName ? field : field[..MaxFieldName], "There is no such field.");

    static ProblemException TooLong(string field, int length) => ProblemException.Validation(field, $"At most {length} characters.");
}
