using Phase1.ClassManagement.Associations.Corrections;
using Phase1.ClassManagement.Associations.Decisions;
using Phase1.ClassManagement.Associations.Opening;
using Phase1.ClassManagement.Associations.Suggestions;
using Phase1.ClassManagement.UnknownStudents;

namespace Phase1.ClassManagement.Associations;

static class AssociationModule
{
    internal static void AddAssociations(this IServiceCollection services)
    {
        services.AddScoped<LockedSets>();
        services.AddScoped<CancelledBatches>();
        services.AddScoped<SetOpening>();
        services.AddScoped<SetSuggestions>();
        services.AddScoped<PendingSuggestions>();
        services.AddScoped<UnknownStudent>();
        services.AddScoped<AssociationViews>();
        services.AddScoped<TeacherDecisions>();
        services.AddScoped<Correction>();
        services.AddHostedService<UnrequestedBatches>();
        services.AddHostedService<OpenSetsGauge>();
    }

    internal static void MapAssociations(this IEndpointRouteBuilder routes)
    {
        ListAssociationsEndpoint.Map(routes);
        ListChangesEndpoint.Map(routes);
        DecideAssociationsEndpoint.Map(routes);
        ConfirmBandEndpoint.Map(routes);
        CorrectAssociationEndpoint.Map(routes);
        GetValidationStatusEndpoint.Map(routes);
        GetEssayAuthorsEndpoint.Map(routes);
    }
}
