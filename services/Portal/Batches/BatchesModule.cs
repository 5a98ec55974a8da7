namespace Phase1.Portal.Batches;

/// <summary>One batch, and all of them.</summary>
static class BatchesModule
{
    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListBatchesEndpoint.Map(routes);
        GetBatchEndpoint.Map(routes);
        GetProgressEndpoint.Map(routes);
        CloseIntakeEndpoint.Map(routes);
        CancelBatchEndpoint.Map(routes);
        RequestPipelineEndpoint.Map(routes);
    }
}
