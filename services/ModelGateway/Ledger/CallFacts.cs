using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.Events;
using Phase1.ModelGateway.Routing;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Ledger;

/// <summary>Whose call it is, and what for: ids and codes, nothing of what is sent.</summary>
class CallFacts
{
    public CallFacts() { }

    [SetsRequiredMembers]
    protected CallFacts(CallFacts call)
    {
        RequestId = call.RequestId;
        WorkspaceId = call.WorkspaceId;
        UserId = call.UserId;
        CourseCode = call.CourseCode;
        BatchId = call.BatchId;
        EssayId = call.EssayId;
        Caller = call.Caller;
        TaskType = call.TaskType;
        Complexity = call.Complexity;
        OwnKey = call.OwnKey;
        CorrelationId = call.CorrelationId;
    }

    /// <summary>Made by the caller: the same call twice is one row and one charge.</summary>
    public Guid RequestId { get; init; }

    public required string WorkspaceId { get; init; }
    public string? UserId { get; init; }
    public CourseCode? CourseCode { get; init; }
    public Guid? BatchId { get; init; }
    public Guid? EssayId { get; init; }

    /// <summary>The calling service.</summary>
    public required string Caller { get; init; }

    public TaskType TaskType { get; init; }
    public Complexity Complexity { get; init; }

    /// <summary>Whether a key of the workspace's own pays.</summary>
    public bool OwnKey { get; init; }

    /// <summary>The chain of the request, for what the call brings about; not stored, and all-zero where it is not known any more.</summary>
    public Guid CorrelationId { get; init; }

    /// <summary>The same call, as it is paid for with one model.</summary>
    internal CallFacts PaidBy(bool ownKey) => ownKey == OwnKey ? this : new(this) { OwnKey = ownKey };

    internal static void Configure<T>(EntityTypeBuilder<T> row)
        where T : CallFacts
    {
        row.HasKey(call => call.RequestId);
        row.Ignore(call => call.CorrelationId);
        row.Property(call => call.RequestId).ValueGeneratedNever();
        row.Property(call => call.WorkspaceId).HasMaxLength(WorkspaceTable.LongestId);
        row.Property(call => call.UserId).HasMaxLength(255);
        row.Property(call => call.Caller).HasMaxLength(255);
    }
}
