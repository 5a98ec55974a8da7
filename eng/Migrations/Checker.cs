using Microsoft.EntityFrameworkCore;

namespace Phase1.Migrations;

/// <summary>Tells which models have moved on from their last migration.</summary>
static class Checker
{
    public static int Check(IEnumerable<string> services)
    {
        var pending = 0;
        foreach (var service in services)
        {
            using var context = Services.Context(service);
            var differs = context.Database.HasPendingModelChanges();
            Console.WriteLine($"{service}: {(differs ? "the model differs from its snapshot, add a migration" : "up to date")}");
            pending += differs ? 1 : 0;
        }
        return pending == 0 ? 0 : 1;
    }
}
