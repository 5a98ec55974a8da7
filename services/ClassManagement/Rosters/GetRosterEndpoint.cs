using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Phase1.ClassManagement.Classes;
using Phase1.ClassManagement.Students;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Rosters;

/// <summary>The students of a class, for its teacher and for matching. The ETag is the roster's version: unchanged, the answer is 304.</summary>
static class GetRosterEndpoint
{
    internal sealed record Entry(Guid StudentId, string FirstName, string LastName, string FullLegalName, string? Email);

    internal sealed record Answer(Guid ClassId, long RosterVersion, IReadOnlyList<Entry> Students);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/classes/{id}/roster", HandleAsync).RequireServiceOrTeacher().MayAnswer(Problems.ClassNotFound).WithEntityTag();

    static async Task<Results<Ok<Answer>, StatusCodeHttpResult>> HandleAsync(
        Guid id,
        Caller caller,
        HttpContext http,
        ClassManagementDbContext db,
        CancellationToken cancellationToken
    )
    {
        // The version is read before the students: at worst a newer list carries an older version and is asked for once more.
        var found = await db
            .Classes.Where(c => c.ClassId == id && c.DeletedAt == null)
            .Select(c => new { c.CreatedByUserId, c.RosterVersion })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || !caller.MaySee(found.CreatedByUserId))
        {
            throw OwnClasses.NotFound();
        }

        var tag = new EntityTagHeaderValue($"\"{found.RosterVersion}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }
        var students = await db.MembersOf(id)
            .OrderBy(s => s.LastName)
            .ThenBy(s => s.FirstName)
            .ThenBy(s => s.StudentId)
            .Select(s => new Entry(s.StudentId, s.FirstName, s.LastName, s.LegalFullName ?? s.FirstName + " " + s.LastName, s.Email))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(new Answer(id, found.RosterVersion, students));
    }
}
