using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>The open dead letters of all services, by their causes.</summary>
static class ListGroupsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/dead-letters", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(Engines engines, Away away, CancellationToken cancellationToken)
    {
        var answers = await engines.AskAsync(away, engine => engine.GroupsAsync(cancellationToken));
        var groups = answers.SelectMany(answer => (answer.Answer ?? []).Select(group => new LetterGroup(answer.Service, group)));
        return Pages.Show<GroupsPage>(new GroupsView([.. groups.OrderByDescending(group => group.Group.Count)], away.Services));
    }
}

/// <summary>What the page of dead letters shows.</summary>
public sealed record GroupsView(IReadOnlyList<LetterGroup> Groups, IReadOnlyCollection<string> Away);

/// <summary>Dead letters of one cause and whose they are.</summary>
public sealed record LetterGroup(string Service, LetterGroupDocument Group);
