using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Requests;

/// <summary>
/// What of a ticket a caller sees: those whose procedure is for one of the caller's roles see it whole, where it is for one user or organisation only if it is theirs; an
/// operator sees the state of every other one, and nothing that anybody wrote into it.
/// </summary>
sealed class TicketAudience(SopCatalogue sops)
{
    internal bool SeesWhole(Caller caller, Ticket ticket) =>
        sops.Find(ticket.Sop) is { } sop
        && caller.Is(sop.Role)
        && (!sop.IsPersonal || ticket.UserIdentifier == caller.UserId)
        && (!sop.IsOfOrganisation || ticket.OrgId == OrganisationOf(caller));

    internal bool Sees(Caller caller, Ticket ticket) => caller.Is(Phase1Roles.Operator) || SeesWhole(caller, ticket);

    /// <summary>The list of what the caller sees.</summary>
    internal TicketFilter FilterFor(Caller caller)
    {
        var own = sops.All.Where(sop => caller.Is(sop.Role)).ToList();
        return caller.Is(Phase1Roles.Operator)
            ? new TicketFilter()
            : new TicketFilter
            {
                Sops = [.. own.Where(sop => sop is { IsPersonal: false, IsOfOrganisation: false }).Select(sop => sop.Name)],
                PersonalSops = [.. own.Where(sop => sop.IsPersonal).Select(sop => sop.Name)],
                User = caller.UserId,
                OrganisationSops = [.. own.Where(sop => sop.IsOfOrganisation).Select(sop => sop.Name)],
                Organisation = OrganisationOf(caller),
            };
    }

    /// <summary>The ticket as the caller sees it.</summary>
    internal TicketDocument Show(Caller caller, Ticket ticket) =>
        TicketDocument.Of(ticket, sops.Find(ticket.Sop), SeesWhole(caller, ticket));

    // Who has no organisation is one alone, as the gateway names the workspace.
    static string OrganisationOf(Caller caller) => caller.OrgId ?? $"user:{caller.UserId}";
}
