using Microsoft.AspNetCore.Http.Features;
using Phase1.FileIntake.Extraction;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>A checked upload request: which batch, which files.</summary>
sealed record UploadForm(Guid BatchId, bool AllowDuplicates, IReadOnlyList<IFormFile> Files)
{
    const int MaxFiles = 100;
    const int MaxAssignmentId = 100;
    const string BatchIdField = "batch_id";
    const string AssignmentIdField = "assignment_id";
    const string AllowDuplicatesField = "allow_duplicates";
    const string FilesField = "files";

    // Part headers, fields and boundaries, and one file that is far too large, so that it can be refused by name.
    const long Slack = 64 * 1024 * 1024;

    public static long LongestBody(IntakeOptions limits) => ((long)MaxFiles * limits.MaxFileBytes) + Slack;

    public static async Task<UploadForm> ReadAsync(HttpContext http, IntakeOptions limits, CancellationToken cancellationToken)
    {
        if (!http.Request.HasFormContentType)
        {
            throw new ProblemException(Problems.UnsupportedMediaType, "This route takes multipart/form-data.");
        }

        try
        {
            return Check(
                await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = LongestBody(limits) }, cancellationToken)
            );
        }
        catch (InvalidDataException)
        {
            throw new ProblemException(Problems.ParsingError, "The form could not be read.");
        }
    }

    static UploadForm Check(IFormCollection form)
    {
        CheckNames(form);
        if (form[AssignmentIdField].ToString().Length > MaxAssignmentId)
        {
            throw ProblemException.Validation(AssignmentIdField, $"At most {MaxAssignmentId} characters.");
        }

        return form.Files.Count switch
        {
            0 => throw ProblemException.Missing(FilesField),
            > MaxFiles => throw new ProblemException(Problems.LimitExceeded, $"One request takes at most {MaxFiles} files."),
            _ => new(BatchIdOf(form), AllowDuplicatesOf(form), form.Files),
        };
    }

    static void CheckNames(IFormCollection form)
    {
        var unknown =
            form.Keys.FirstOrDefault(key => key is not (BatchIdField or AssignmentIdField or AllowDuplicatesField))
            ?? form.Files.FirstOrDefault(file => file.Name != FilesField)?.Name;
        if (unknown is not null)
        {
            throw ProblemException.Validation(unknown, "There is no such field.");
        }
    }

    static Guid BatchIdOf(IFormCollection form)
    {
        var text = form[BatchIdField].ToString();
        if (string.IsNullOrWhiteSpace(text))
        {
            throw ProblemException.Missing(BatchIdField);
        }

        return Guid.TryParseExact(text.Trim(), "D", out var id) && id != Guid.Empty
            ? id
            : throw ProblemException.Validation(BatchIdField, "This is no UUID.");
    }

    static bool AllowDuplicatesOf(IFormCollection form) =>
        form[AllowDuplicatesField].ToString() switch
        {
            "" => false,
            var text when bool.TryParse(text, out var allow) => allow,
            _ => throw ProblemException.Validation(AllowDuplicatesField, "Write true or false."),
        };
}
