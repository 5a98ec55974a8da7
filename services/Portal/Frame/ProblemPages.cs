using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>Says to people what went wrong on a page that they asked for; scripts and programs get the document.</summary>
sealed class ProblemPages : IProblemPage
{
    public bool Serves(HttpRequest request) => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public Task WriteAsync(HttpContext context, Problem problem) =>
        Pages.Show<ProblemPage>(new ProblemView(problem.Code, problem.Status), problem.Status).ExecuteAsync(context);
}

/// <summary>What a person is told of a problem.</summary>
/// <param name="Code">Which the words are found by.</param>
/// <param name="Status">Of the answer.</param>
public sealed record ProblemView(string Code, int Status);
