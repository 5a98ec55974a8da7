using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Routing;

sealed class ModelRouteTable : IEntityTypeConfiguration<ModelRoute>
{
    public void Configure(EntityTypeBuilder<ModelRoute> route)
    {
        route.ToTable(
            "llm_routes",
            table => table.HasCheckConstraint("ck_llm_routes_chain", $"cardinality(chain) between 1 and {RouteRules.LongestChain}")
        );
        route.HasKey(r => new
        {
            r.WorkspaceId,
            r.TaskType,
            r.Complexity,
        });
        route.Property(r => r.WorkspaceId).HasMaxLength(WorkspaceTable.LongestId);
        route.Property(r => r.Complexity).HasMaxLength(10);
        route.HasData(
            new ModelRoute
            {
                TaskType = TaskType.NameExtraction,
                Chain = [LanguageModel.Local, LanguageModel.Rules],
                OnBudget = OnBudget.Downgrade,
                AttemptTimeoutMs = 5_000,
                DeadlineMs = 12_000,
            },
            ToLocal(TaskType.EssayFeedback, OnBudget.Refuse),
            ToLocal(TaskType.LongEssay, OnBudget.Refuse),
            ToLocal(TaskType.General, OnBudget.Downgrade)
        );
    }

    static ModelRoute ToLocal(TaskType task, OnBudget onBudget) =>
        new()
        {
            TaskType = task,
            Chain = [LanguageModel.Local],
            OnBudget = onBudget,
        };
}
