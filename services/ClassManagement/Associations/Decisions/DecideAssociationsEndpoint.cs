using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations.Decisions;

static class DecideAssociationsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/batches/{id}/student-associations/decisions", HandleAsync)
            .RequireTeacher()
            .WithIdempotency()
            .MayAnswer(Problems.StaleVersion, Problems.AlreadyReleased, Problems.NothingToRelease);

    internal sealed record Body(IReadOnlyList<Item>? Decisions = null);

    internal sealed record Item(
        Guid? EssayId = null,
        DecisionAction? Action = null,
        Guid? StudentId = null,
        int? AssociationVersion = null
    );

    static async Task<DecisionAnswer> HandleAsync(
        Guid id,
        Body body,
        Caller caller,
        SeenVersion seen,
        HttpContext http,
        TeacherDecisions decisions,
        CancellationToken cancellationToken
    )
    {
        var orders = Read(body.Decisions ?? []);
        return await decisions.ApplyAsync(id, caller, seen, http, _ => orders, cancellationToken);
    }

    static List<DecisionOrder> Read(IReadOnlyList<Item> items)
    {
        var errors = new Storage.FieldErrors();
        if (items.Count is 0 or > EnvelopeLimits.MaxEssays)
        {
            errors.Add("decisions", $"1 to {EnvelopeLimits.MaxEssays} decisions are needed.");
        }
        var essays = new HashSet<Guid>();
        for (var i = 0; i < items.Count; i++)
        {
            Check(errors, $"decisions[{i}]", items[i], essays);
        }
        errors.ThrowIfAny();
        return
        [
            .. items.Select(item => new DecisionOrder(item.EssayId!.Value, item.Action!.Value, item.StudentId, item.AssociationVersion)),
        ];
    }

    static void Check(Storage.FieldErrors errors, string path, Item? item, HashSet<Guid> essays)
    {
        if (item?.EssayId is not { } essay || essay == Guid.Empty)
        {
            errors.Add($"{path}.essay_id", "A value is needed.");
        }
        else if (!essays.Add(essay))
        {
            errors.Add($"{path}.essay_id", "One essay is decided once in a request.");
        }
        if (item?.Action is null)
        {
            errors.Add($"{path}.action", "A value is needed.");
        }
        if (item?.Action == DecisionAction.Choose && (item.StudentId ?? Guid.Empty) == Guid.Empty)
        {
            errors.Add($"{path}.student_id", "Choosing needs a student.");
        }
        if (item?.Action != DecisionAction.Choose && item?.StudentId is not null)
        {
            errors.Add($"{path}.student_id", "Only choosing takes a student.");
        }
    }
}
