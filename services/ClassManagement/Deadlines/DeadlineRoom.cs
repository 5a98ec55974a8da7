namespace Phase1.ClassManagement.Deadlines;

static class DeadlineRoom
{
    internal static void AddDeadlines(this IServiceCollection services)
    {
        services.AddSingleton<Schedule>();
        services.AddSingleton<TimeoutRelease>();
        services.AddSingleton<TeacherCalls>();
        services.AddScoped<DueSetsTurn>();
        services.AddHostedService<DeadlineMonitor>();
    }
}
