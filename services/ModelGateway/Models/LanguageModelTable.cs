using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ModelGateway.Models;

sealed class LanguageModelTable : IEntityTypeConfiguration<LanguageModel>
{
    public void Configure(EntityTypeBuilder<LanguageModel> model)
    {
        model.ToTable(
            "llm_models",
            table =>
            {
                table.HasCheckConstraint("ck_llm_models_id", "model_id like provider || '/_%'");
                table.HasCheckConstraint("ck_llm_models_output", "max_output_tokens between 0 and context_tokens");
            }
        );
        model.HasKey(m => m.ModelId);
        model.Property(m => m.ModelId).HasMaxLength(100);
        model.Property(m => m.Provider).HasMaxLength(40);
        model.Property(m => m.WireName).HasMaxLength(100);
        // What every installation has: a server in the building, as soon as one is configured, and the rules.
        model.HasData(
            new LanguageModel
            {
                ModelId = LanguageModel.Local,
                Provider = "local",
                WireName = "default",
                Tier = Tier.Local,
                ContextTokens = 8192,
                MaxOutputTokens = 2048,
                SupportsJson = true,
            },
            new LanguageModel
            {
                ModelId = LanguageModel.Rules,
                Provider = "rules",
                WireName = "none",
                Tier = Tier.Rules,
                ContextTokens = 0,
                MaxOutputTokens = 0,
                SupportsJson = true,
            }
        );
    }
}
