using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.ClassManagement;
using Phase1.EssayLifecycle;
using Phase1.Feedback.Storage;
using Phase1.FileIntake;
using Phase1.Messaging.Storage;
using Phase1.ModelGateway;
using Phase1.Nlp;
using Phase1.Portal;
using Phase1.Tickets;

namespace Phase1.Unit.Tests.Deployment;

/// <summary>What <c>dotnet ef migrations has-pending-model-changes</c> asks.</summary>
public sealed class Models_and_migrations_agree
{
    [Fact]
    public void Of_the_Batch_Orchestrator() => HasPending<BatchDbContext>().ShouldBeFalse();

    [Fact]
    public void Of_the_Essay_Lifecycle() => HasPending<EssayDbContext>().ShouldBeFalse();

    [Fact]
    public void Of_NLP() => HasPending<NlpDbContext>().ShouldBeFalse();

    [Fact]
    public void Of_Class_Management() => HasPending<ClassManagementDbContext>().ShouldBeFalse();

    [Fact]
    public void Of_File_Intake() => HasPending<FileIntakeDbContext>().ShouldBeFalse();

    [Fact]
    public void Of_the_Portal() => HasPending<PortalDbContext>().ShouldBeFalse();

    [Fact]
    public void Of_the_Model_Gateway() => HasPending<GatewayDbContext>().ShouldBeFalse();

    [Fact]
    public void Of_Feedback() => HasPending<FeedbackDbContext>().ShouldBeFalse();

    [Fact]
    public void Of_Tickets() => HasPending<TicketsDbContext>().ShouldBeFalse();

    static bool HasPending<TContext>()
        where TContext : DbContext
    {
        using var context = new ModelContextFactory<TContext>().CreateDbContext([]);
        return context.Database.HasPendingModelChanges();
    }
}
