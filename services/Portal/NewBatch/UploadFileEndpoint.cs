using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;
using Phase1.Text;

namespace Phase1.Portal.NewBatch;

/// <summary>
/// Takes one file from a script and passes it on while it comes. Its id is the script's: a file that is sent again, since its answer was lost, is
/// taken once.
/// </summary>
static class UploadFileEndpoint
{
    const int LongestName = 500;

    // As much as File Intake takes. A body that says so is refused before it comes, any other one is cut off a little later.
    const long LongestFile = 10 * 1024 * 1024;
    const long LongestBody = 11 * 1024 * 1024;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/batches/{id:guid}/files/{fileId:guid}", HandleAsync)
            .ForTeacher()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LongestBody));

    static async Task<IResult> HandleAsync(
        Guid id,
        Guid fileId,
        Guid? session,
        HttpContext http,
        UploadsClient uploads,
        CancellationToken cancellationToken
    )
    {
        if (http.Request.ContentLength > LongestFile)
        {
            return Refused(Problems.PayloadTooLarge.Code);
        }
        var (isNew, refusal) = await uploads.PutAsync(id, fileId, session, NameOf(http.Request), http.Request, cancellationToken);
        return refusal is not null ? Refused(refusal) : Results.StatusCode(isNew ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }

    static IResult Refused(string code) =>
        Results.Json(new Refusal(code), Phase1Json.Options, statusCode: StatusCodes.Status422UnprocessableEntity);

    // Not in the address: addresses stand in logs.
    static string NameOf(HttpRequest request)
    {
        var name = UnicodeForms.ToComposed(Uri.UnescapeDataString(HeaderText.Decode(request.Headers[HeaderNames.FileName].ToString())));
        return name.Length is > 0 and <= LongestName && StorableText.Is(name)
            ? name
            : throw ProblemException.Validation(HeaderNames.FileName, $"A file has a name of 1 to {LongestName} characters.");
    }

    internal sealed record Refusal(string Code);
}
