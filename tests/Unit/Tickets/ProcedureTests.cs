using Microsoft.Extensions.DependencyInjection;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Unit.Tests.Security;

namespace Phase1.Unit.Tests.Tickets;

public sealed class ProcedureTests
{
    [Fact]
    public async Task Every_stage_that_runs_by_itself_has_somebody_who_runs_it()
    {
        await using var host = HostWithoutDatabase.Build("Tickets");
        var sops = host.Services.GetRequiredService<SopCatalogue>();

        sops.All.SelectMany(sop => sop.Stages.Where(stage => !stage.IsHuman).Select(stage => (sop, stage)))
            .Where(step => sops.HandlerOf(step.sop, step.stage) is null)
            .ShouldBeEmpty();
        sops.All.Select(sop => sop.Name)
            .ShouldBe(
                [
                    "ASSOCIATION_REVIEW",
                    "BUDGET_OVERRIDE",
                    "DSAR_ACCESS",
                    "DSAR_DELETE",
                    "DSAR_EXPORT",
                    "DSAR_RECTIFY",
                    "FAILED_MESSAGE",
                    "UNKNOWN_STUDENT",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public void An_id_can_be_read_aloud()
    {
        var id = TicketId.Draw("REVIEW", new DateTimeOffset(2025, 11, 7, 23, 59, 0, TimeSpan.FromHours(-1)));

        id.ShouldMatch("^REVIEW-20251108-[0-9A-F]{6}$");
        TicketId.IsValid(id).ShouldBeTrue();
        TicketId.IsValid("a b").ShouldBeFalse();
        TicketId.IsValid(new string('x', 65)).ShouldBeFalse();
    }
}
