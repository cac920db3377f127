package dev.boxoffice.event.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ShowSalesRepository extends Repository<ShowSales, ShowId> {
  @Query("select s from ShowSales s where s.id.value in :showIds")
  List<ShowSales> ofShows(Collection<UUID> showIds);
}
