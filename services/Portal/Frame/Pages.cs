using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>Answers of pages.</summary>
static class Pages
{
    /// <summary>A page, whole.</summary>
    internal static IResult Show<TPage>(object? model = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model })
        {
            StatusCode = status,
            // What fails must not fail in the middle of a page.
            PreventStreamingRendering = true,
        };

    /// <summary>After something was changed: the page that shows it, by GET.</summary>
    internal static IResult Go(string path) => new SeeOther(path);

    /// <summary>A path of this site; everything else is the start page, since a foreign address would make us a step of somebody's deceit.</summary>
    internal static string Local(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(c => char.IsControl(c) || c == '\\') ? path : "/";

    /// <summary>Where a person begins who has asked for no page.</summary>
    internal static string StartOf(IReadOnlyList<string> roles) =>
        roles.Contains(Phase1Roles.Teacher) ? "/"
        : roles.Contains(Phase1Roles.Operator) ? "/ops"
        : roles.Contains(Phase1Roles.SchoolAdmin) ? "/school/people"
        : roles.Contains(Phase1Roles.PrivacyOfficer) ? "/privacy"
        : "/me";

    /// <summary>The page that a person has asked for, a path of this site; where it is no particular one, the first page.</summary>
    internal static string StartOf(IReadOnlyList<string> roles, string? asked) =>
        Local(asked) is var path && path == "/" ? StartOf(roles) : path;

    sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
