using System.Globalization;
using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.NewBatch;

/// <summary>
/// Registers a batch, and hands on the files that came with the form. A script sends the form without them, says how many there are, and then sends
/// each by itself.
/// </summary>
static class RegisterBatchEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/batches", HandleAsync).ForTeacher().WithMetadata(NewBatchModule.FormLimit(routes));

    static async Task<IResult> HandleAsync(
        HttpContext http,
        BatchesClient batches,
        ClassesClient classes,
        UploadsClient uploads,
        Away away,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var files = form.Files("files").Where(file => file.FileName.Length > 0).ToList();
        var count = int.TryParse(form.Text("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var state = form.State("class", "course", "count", "key");
        Guid? classId = Guid.TryParse(form.Text("class"), out var chosen) ? chosen : null;
        var course = await CourseAsync(classId, form, classes, cancellationToken);
        if (files.Count == 0 && count < 1)
        {
            state.Wrong("files", page.Words.FilesMissing);
        }
        if (course is null)
        {
            state.Wrong("course", page.Words.CourseMissing);
        }
        var isScript = http.Request.Headers.Accept == "application/json";
        if (state.IsWrong && isScript)
        {
            return Refused([.. state.Errors.Values]);
        }
        if (state.IsWrong)
        {
            return Pages.Show<NewBatchPage>(
                await NewBatchView.OfAsync(state, classes, away, cancellationToken),
                StatusCodes.Status422UnprocessableEntity
            );
        }
        var key = form.Text("key");
        Guid batchId;
        try
        {
            batchId = await batches.RegisterAsync(key, classId, course!.Value, Math.Max(files.Count, count), cancellationToken);
        }
        catch (ProblemException refused) when (isScript && refused.Problem.Status is >= 400 and < 500)
        {
            // Too many essays, a class that has gone: said in words, before a file is sent.
            var isTooMany = refused.Errors?.ContainsKey("expected_essay_count") is true;
            return Refused([page.Words.Problem(isTooMany ? Problems.LimitExceeded.Code : refused.Problem.Code)]);
        }
        if (isScript)
        {
            return Results.Json(new Made($"/batches/{batchId}"), Phase1Json.Options);
        }
        return await UploadFilesEndpoint.SendAsync(batchId, files, $"{key}-files", uploads, cancellationToken);
    }

    static async Task<CourseCode?> CourseAsync(Guid? classId, PageForm form, ClassesClient classes, CancellationToken cancellationToken) =>
        classId is { } id ? (await classes.FindAsync(id, cancellationToken)).CourseCodes[0]
        : WireEnum.TryParse<CourseCode>(form.Text("course"), out var course) ? course
        : null;

    static IResult Refused(IReadOnlyList<string> messages) =>
        Results.Json(new Faults(messages), Phase1Json.Options, statusCode: StatusCodes.Status422UnprocessableEntity);

    internal sealed record Made(string Location);

    internal sealed record Faults(IReadOnlyList<string> Messages);
}
