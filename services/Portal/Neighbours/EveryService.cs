using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>All services at once. One that does not answer is noted as away and says nothing.</summary>
sealed class EveryService(BosClient bos, ElsClient els, NlpClient nlp, CmsClient cms, FilesClient files, Away away)
{
    internal CmsClient ClassManagement => cms;

    internal Away Away => away;

    internal static void AddServices(IServiceCollection services)
    {
        services.AddServiceClient<BosClient>(nameof(ServiceNames.BatchOrchestrator));
        services.AddServiceClient<ElsClient>(nameof(ServiceNames.EssayLifecycle));
        services.AddServiceClient<NlpClient>(nameof(ServiceNames.Nlp));
        services.AddServiceClient<CmsClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<FilesClient>(nameof(ServiceNames.FileIntake));
        services.AddScoped<EveryService>();
    }

    internal async Task<IReadOnlyList<(string Service, T Answer)>> AskAsync<T>(Func<SuiteClient, Task<T?>> ask)
        where T : class
    {
        SuiteClient[] all = [bos, els, nlp, cms, files];
        var answers = await Task.WhenAll(all.Select(async client => (client.Service, Answer: await away.OrAsync(ask(client), null))));
        return [.. answers.Where(answer => answer.Answer is not null).Select(answer => (answer.Service, answer.Answer!))];
    }
}
