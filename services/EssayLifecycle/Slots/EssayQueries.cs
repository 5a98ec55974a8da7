using Microsoft.EntityFrameworkCore;

namespace Phase1.EssayLifecycle.Slots;

static class EssayQueries
{
    public static IQueryable<EssayWithError> EssaysWithErrors(this EssayDbContext db) =>
        from essay in db.Essays.AsNoTracking()
        from failure in db.ValidationFailures.Where(failure => failure.EssayId == essay.EssayId).DefaultIfEmpty()
        select new EssayWithError { Essay = essay, ErrorCode = failure == null ? null : failure.ErrorCode };
}
